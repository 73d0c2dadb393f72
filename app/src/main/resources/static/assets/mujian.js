// What every page needs; each page's own script stands beside it.
"use strict";
