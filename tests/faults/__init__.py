"""What can go wrong in the middle of a save, tried: kills, lost power, full disks, folders not to be written."""
