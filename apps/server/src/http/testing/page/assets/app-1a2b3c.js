document.title = "Galka";
