/** Runs on disk as files for other programs: tables, figures, reports, event files. */
package grokscope.run.export;
