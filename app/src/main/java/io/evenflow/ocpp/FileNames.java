package io.evenflow.ocpp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files made of ids, which may hold anything: letters, digits, {@code _}, {@code -} and
 * dots within stay, all else becomes {@code %} and its bytes, as in addresses. Names never leave
 * their folder, and differ also where a file system sees no capital letters.
 */
final class FileNames {
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  /** With the ending and what tells two apart still below what file systems allow. */
  private static final int LONGEST = 150;

  private FileNames() {}

  /** A name without ending for each stay, in their order. */
  static List<String> of(List<PlannedStay> stays) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (PlannedStay stay : stays) {
      String name = plain(stay.id()) + (stay.number() == 0 ? "" : "~" + stay.number());
      String free = name;
      for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
        free = name + "~~" + i;
      }
      names.add(free);
    }
    return names;
  }

  private static String plain(String id) {
    StringBuilder name = new StringBuilder();
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      boolean isEnd = i == 0 || i == bytes.length - 1;
      char c = (char) (bytes[i] & 0xFF);
      boolean stays = isWord(c) || (c == '.' && !isEnd);
      name.append(
          stays ? String.valueOf(c) : "%" + HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
    }
    if (DEVICE.matcher(name).matches()) {
      name.insert(0, "%");
    }
    return name.length() <= LONGEST
        ? name.toString()
        : name.substring(0, LONGEST) + "~" + Integer.toHexString(id.hashCode());
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
