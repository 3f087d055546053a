"""The app in a browser of this machine: who may come in, on which port, and one process of the app for each tab."""
