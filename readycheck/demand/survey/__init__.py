"""Customer surveys and response times: figures of service quality."""
