"""Reading effect estimates from abstracts by rule, each value with its place in the text.

The way of an abstract: `documents` (a file becomes abstracts), `layout` (sentences, `estimates` and their regions);
then `counts`, `certainty`, `outcome`, `arms`, `population` and `direction` each add what they read, and `read` puts it
together.
The words of each language are data: `knowledge/languages/<tag>/extraction.yaml`, loaded by `vocabulary`.
"""
