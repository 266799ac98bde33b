// The native module, required and not imported, for the reasons of the compiler beside it.
module.exports = require('@resvg/resvg-js-linux-x64-gnu');
