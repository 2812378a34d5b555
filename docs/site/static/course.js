// What is too wide for the page scrolls by itself: let the keyboard reach it, and only while there is something to scroll.
const WIDE = "pre, .table-wrapper, .formula, .output.text_html div";

function reach() {
  for (const part of document.querySelectorAll(WIDE)) {
    if (part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  }
}

addEventListener("load", reach);
addEventListener("resize", reach);
