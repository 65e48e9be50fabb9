/** One step: data, forward and backward passes over the lanes, the update. */
package grokscope.train.step;
