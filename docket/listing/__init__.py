"""How a list is asked for, counted and turned page by page. A leaf: it knows only Django and django-filter."""
