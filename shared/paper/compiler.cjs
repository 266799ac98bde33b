// The native module, required and not imported: importing one is an experiment of newer Nodes, requiring it works on all
// of them, and the bundler rewrites the call to the copy that it puts beside the bundle.
module.exports = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
