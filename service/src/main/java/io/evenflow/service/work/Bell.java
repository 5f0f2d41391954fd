package io.evenflow.service.work;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes whoever waits for something to happen to runs. Who waits looks into the database again, and
 * does so now and then without it too, since other processes do not ring here.
 */
public final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long count;

  /** Something happened. */
  public void ring() {
    lock.lock();
    try {
      count++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How often it rang; read before looking, given to {@link #await} after. */
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it rang since it had this count, at most so long. */
  public void await(long since, long milliseconds) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
    lock.lock();
    try {
      while (count == since && left > 0) {
        left = rung.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
