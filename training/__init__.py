"""How the trained models of the package are made: one command a model, from data to ONNX int8."""
