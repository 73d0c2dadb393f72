package org.mujian.documents;

/** A small table cannot be read. The message is for people: what, which value, what now. */
public final class TableRefused extends RuntimeException {

  TableRefused(String message) {
    super(message);
  }
}
