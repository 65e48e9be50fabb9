/**
 * From gradients to new weights: filters, update rules, schedules; the lists are {@link
 * grokscope.optim.Optimizers} and {@link grokscope.optim.GradientFilters}.
 */
package grokscope.optim;
