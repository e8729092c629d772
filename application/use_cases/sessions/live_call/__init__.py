"""Those who attend a live call, each with one duty."""
