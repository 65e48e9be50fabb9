/** Plain numerics that the measures stand on. It knows nothing of networks. */
package grokscope.measure.numerics;
