"""What a notebook may import: data, activations, gradient check, plotting."""
