package io.evenflow.io.matpower;

import io.evenflow.io.matpower.Token.Kind;
import java.util.List;

/** Tokens, one after the other; the last one stays. */
final class TokenStream {
  private final List<Token> tokens;
  private int at;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean atEnd() {
    return peek().kind() == Kind.END_OF_FILE;
  }

  /** Takes a symbol if it is next. */
  boolean accept(String symbol) {
    boolean isNext = peek().is(symbol);
    if (isNext) {
      next();
    }
    return isNext;
  }

  void expect(String symbol) {
    if (!accept(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  Token expect(Kind kind, String what) {
    if (peek().kind() != kind) {
      throw unexpected(what);
    }
    return next();
  }

  Unreadable unexpected(String expected) {
    return new Unreadable(
        peek().line(),
        "found " + peek().shown() + " where " + expected + " is expected",
        "Maybe a bracket, a quote or an operator is missing before it.");
  }
}
