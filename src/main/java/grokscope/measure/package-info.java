/** Numbers read off a network while it trains, and what can be concluded from their course. */
package grokscope.measure;
