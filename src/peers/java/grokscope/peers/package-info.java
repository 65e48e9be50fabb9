/**
 * The same networks and the same training with libtorch, as something to compare with. It runs in a
 * virtual machine of its own, because libtorch and ND4J need different versions of JavaCPP, and is
 * no part of the program.
 */
package grokscope.peers;
