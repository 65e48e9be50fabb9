/** Numbers read off a network, live or stored, and what can be concluded from their course. */
package grokscope.measure;
