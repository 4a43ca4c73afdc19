"""Neural voices that were downloaded, spoken by sherpa-onnx in a child process. The package is an extra."""
