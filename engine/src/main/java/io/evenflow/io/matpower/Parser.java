package io.evenflow.io.matpower;

import io.evenflow.io.matpower.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns tokens into statements. A statement it does not know is an error that names its line. */
final class Parser {
  private static final Set<String> CONTROL =
      Set.of(
          "if",
          "elseif",
          "else",
          "for",
          "while",
          "switch",
          "case",
          "otherwise",
          "do",
          "until",
          "try",
          "catch",
          "parfor",
          "global",
          "persistent",
          "break",
          "continue",
          "unwind_protect");
  private static final Set<String> FUNCTION_END = Set.of("end", "endfunction", "return");
  private static final String PLAIN =
      "Maybe load the case in MATPOWER and save it again with savecase, which writes plain tables.";

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  private Parser(TokenStream tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens);
  }

  static Program parse(String text) {
    return new Parser(new TokenStream(Tokenizer.tokens(text))).program();
  }

  private Program program() {
    skipSeparators();
    String struct = tokens.peek().isName("function") ? header() : "mpc";
    List<Statement> statements = new ArrayList<>();
    for (skipSeparators(); !tokens.atEnd(); skipSeparators()) {
      if (FUNCTION_END.contains(nameAhead())) {
        end();
      } else {
        statements.add(statement());
        requireSeparator();
      }
    }
    return new Program(struct, statements);
  }

  /** {@code function mpc = case33bw}, with or without empty parentheses. */
  private String header() {
    tokens.next();
    if (tokens.peek().is("[")) {
      throw new Unreadable(
          tokens.peek().line(),
          "the function returns several tables, which is case format version 1",
          "Maybe convert the case with MATPOWER's loadcase and savecase, which write version 2.");
    }
    String struct = tokens.expect(Kind.NAME, "the name of the case's variable").text();
    tokens.expect("=");
    tokens.expect(Kind.NAME, "the function's name");
    if (tokens.accept("(")) {
      tokens.expect(")");
    }
    requireSeparator();
    return struct;
  }

  private void end() {
    Token end = tokens.next();
    skipSeparators();
    if (FUNCTION_END.contains(nameAhead())) {
      return;
    }
    if (!tokens.atEnd()) {
      throw new Unreadable(
          tokens.peek().line(),
          "something follows the function's end in line " + end.line(),
          PLAIN);
    }
  }

  private Statement statement() {
    Token first = tokens.peek();
    if (first.kind() == Kind.NAME && (CONTROL.contains(first.text()) || isFunction(first))) {
      throw new Unreadable(
          first.line(),
          "the statement '" + first.text() + "' cannot be read; only assignments can",
          PLAIN);
    }
    if (first.is("[")) {
      return assignSeveral();
    }
    if (first.kind() != Kind.NAME) {
      throw new Unreadable(first.line(), "a statement starts with " + first.shown(), PLAIN);
    }
    return assign();
  }

  private Statement assign() {
    Token name = tokens.next();
    if (tokens.accept("=")) {
      return new Statement.Assign(name.line(), name.text(), expressions.expression());
    }
    if (tokens.accept("(")) {
      List<Expression> indices = expressions.arguments();
      tokens.expect("=");
      return new Statement.AssignElements(
          name.line(), name.text(), indices, expressions.expression());
    }
    Token next = tokens.peek();
    if (next.kind() == Kind.NEWLINE || next.is(";") || next.is(",")) {
      return new Statement.Command(name.line(), name.text());
    }
    throw new Unreadable(
        next.line(),
        "'" + name.text() + "' is followed by " + next.shown() + " where '=' is expected",
        PLAIN);
  }

  /** {@code [PQ, PV, ~] = idx_bus}. */
  private Statement assignSeveral() {
    int line = tokens.next().line();
    List<String> names = new ArrayList<>();
    while (!tokens.accept("]")) {
      if (tokens.accept("~") || tokens.accept("!")) {
        names.add("~");
      } else {
        names.add(tokens.expect(Kind.NAME, "the name of a variable").text());
      }
      tokens.accept(",");
    }
    tokens.expect("=");
    return new Statement.AssignSeveral(line, names, expressions.expression());
  }

  private void requireSeparator() {
    Token token = tokens.peek();
    if (token.kind() != Kind.NEWLINE
        && token.kind() != Kind.END_OF_FILE
        && !token.is(";")
        && !token.is(",")) {
      throw new Unreadable(
          token.line(),
          "the statement goes on with " + token.shown() + " where it should end",
          "Maybe an operator, a semicolon or a closing bracket is missing before it.");
    }
  }

  private void skipSeparators() {
    while (tokens.peek().kind() == Kind.NEWLINE || tokens.peek().is(";") || tokens.peek().is(",")) {
      tokens.next();
    }
  }

  private String nameAhead() {
    return tokens.peek().kind() == Kind.NAME ? tokens.peek().text() : "";
  }

  private static boolean isFunction(Token token) {
    return token.text().equals("function");
  }
}
