"""How true her lips are: voices whose sounds are known, methods that must find them, figures."""
