"""The pytest plugin: claims files collected by pytest, an item a claim, and a fixture to assert on texts.

pytest imports only :mod:`factcheck._pytest.plugin`; the rest is imported when the plugin is on.
"""
