package io.evenflow.io.matpower;

import io.evenflow.io.matpower.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a case file into tokens: no comments, no continued lines any more. */
final class Tokenizer {
  private static final Pattern NUMBER =
      // The dot of "1./x" belongs to the operator.
      Pattern.compile("(\\d+(\\.(?![*/^'.])\\d*)?|\\.\\d+)([eEdD][+-]?\\d+)?");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\.[A-Za-z_][A-Za-z_0-9]*)*");
  private static final List<String> SYMBOLS =
      List.of(
          ".*", "./", ".^", ".'", "==", "~=", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "^",
          "'", "(", ")", "[", "]", "{", "}", ",", ";", "=", ":", "<", ">", "&", "|", "~", "!", "@");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;
  private int line = 1;
  private boolean spaceBefore;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    String plain = text.replace("\r\n", "\n").replace('\r', '\n').replace("\uFEFF", "");
    Tokenizer tokenizer = new Tokenizer(plain);
    while (tokenizer.at < plain.length()) {
      tokenizer.next();
    }
    tokenizer.add(Kind.NEWLINE, "", 0);
    tokenizer.add(Kind.END_OF_FILE, "", 0);
    return tokenizer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      newline();
    } else if (Character.isWhitespace(c)) {
      at++;
      spaceBefore = true;
    } else if (c == '%' || c == '#') {
      comment();
    } else if (text.startsWith("...", at)) {
      skipToEndOfLine();
      at = Math.min(at + 1, text.length());
      line++;
      spaceBefore = true;
    } else if (c == '"' || (c == '\'' && !isTranspose())) {
      string(c);
    } else if (!number() && !name() && !symbol()) {
      throw new Unreadable(
          line, "'" + c + "' cannot be read", "Maybe a stray character, or not a case file.");
    }
  }

  private void newline() {
    // Inside parentheses a line may end anywhere.
    if (open.isEmpty() || open.getLast() != '(') {
      add(Kind.NEWLINE, "", 0);
    }
    at++;
    line++;
    spaceBefore = true;
  }

  private void comment() {
    boolean block = isAloneOnItsLine("%{") || isAloneOnItsLine("#{");
    skipToEndOfLine();
    if (!block) {
      return;
    }
    int start = line;
    int depth = 1;
    while (depth > 0) {
      if (at >= text.length()) {
        throw new Unreadable(
            start,
            "the block comment '%{' is not closed",
            "Maybe a line with '%}' alone is missing.");
      }
      at++;
      line++;
      if (isAloneOnItsLine("%{") || isAloneOnItsLine("#{")) {
        depth++;
      } else if (isAloneOnItsLine("%}") || isAloneOnItsLine("#}")) {
        depth--;
      }
      skipToEndOfLine();
    }
  }

  private boolean isAloneOnItsLine(String mark) {
    int from = text.lastIndexOf('\n', at - 1) + 1;
    int to = text.indexOf('\n', at);
    return text.substring(from, to < 0 ? text.length() : to).strip().equals(mark);
  }

  private void skipToEndOfLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  /** A quote after an operand transposes it; inside brackets only where it touches it. */
  private boolean isTranspose() {
    if (tokens.isEmpty()) {
      return false;
    }
    boolean inBrackets = !open.isEmpty() && open.getLast() != '(';
    if (spaceBefore && inBrackets) {
      return false;
    }
    Token last = tokens.getLast();
    return last.kind() == Kind.NUMBER
        || last.kind() == Kind.NAME
        || last.is(")")
        || last.is("]")
        || last.is("}")
        || last.is("'")
        || last.is(".'");
  }

  private void string(char quote) {
    StringBuilder content = new StringBuilder();
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '\n') {
      if (text.charAt(i) == quote) {
        // A quote is written twice inside a string.
        if (i + 1 >= text.length() || text.charAt(i + 1) != quote) {
          at = i + 1;
          add(Kind.STRING, content.toString(), 0);
          return;
        }
        i++;
      }
      content.append(text.charAt(i++));
    }
    throw new Unreadable(line, "a string is not closed", "Maybe a quote is missing.");
  }

  private boolean number() {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    String digits = matcher.group();
    at = matcher.end();
    if (at < text.length() && Character.isLetter(text.charAt(at))) {
      throw new Unreadable(
          line,
          "'" + digits + text.charAt(at) + "' is not a real number",
          "Maybe a blank is missing; complex numbers cannot be read here.");
    }
    add(Kind.NUMBER, digits, Double.parseDouble(digits.replace('d', 'e').replace('D', 'e')));
    return true;
  }

  private boolean name() {
    Matcher matcher = NAME.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    add(Kind.NAME, matcher.group(), 0);
    return true;
  }

  private boolean symbol() {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        nest(symbol);
        add(Kind.SYMBOL, symbol, 0);
        return true;
      }
    }
    return false;
  }

  private void nest(String symbol) {
    char c = symbol.charAt(0);
    if (c == '(' || c == '[' || c == '{') {
      open.addLast(c);
    } else if ((c == ')' || c == ']' || c == '}') && !open.isEmpty()) {
      open.removeLast();
    }
  }

  private void add(Kind kind, String tokenText, double number) {
    boolean spaceAfter =
        at >= text.length()
            || Character.isWhitespace(text.charAt(at))
            || text.startsWith("...", at);
    tokens.add(new Token(kind, tokenText, number, line, spaceBefore, spaceAfter));
    spaceBefore = false;
  }
}
