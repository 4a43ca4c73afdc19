"""The forge: code that makes our own avatars into VRM 1.0 files. A build tool: the app never imports it."""
