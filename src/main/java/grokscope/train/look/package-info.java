/**
 * What is read off a network without training it: snapshots for pictures, thorough measures,
 * reports.
 */
package grokscope.train.look;
