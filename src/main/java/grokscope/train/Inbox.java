package grokscope.train;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The commands to one run, and whether somebody is to look after those that came too late for it.
 * Any thread.
 *
 * @param commands not yet obeyed
 * @param lookedAfter whether the trainer thread will look for late ones
 */
record Inbox(BlockingQueue<Command> commands, AtomicBoolean lookedAfter) {
  Inbox() {
    this(new LinkedBlockingQueue<>(), new AtomicBoolean());
  }
}
