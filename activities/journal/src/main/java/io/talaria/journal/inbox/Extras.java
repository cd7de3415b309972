package io.talaria.journal.inbox;

import java.util.Map;
import java.util.TreeMap;

/** Kinds of messages that bring more than words, and where {@code sealed_extra} keeps it. */
public final class Extras {
  /** {@code message.kind} of a picture. */
  public static final String IMAGE = "image";

  /** {@code message.kind} of a file. */
  public static final String DOCUMENT = "document";

  /** {@code message.kind} of a web form's answers. */
  public static final String FORM = "form";

  /** Our id of the file: of {@code media}. */
  public static final String ATTACHMENT_ID = "attachmentId";

  /** The file's type, as WhatsApp told it. */
  public static final String MIME_TYPE = "mimeType";

  /** The file's name, as the candidate had it. */
  public static final String FILE_NAME = "filename";

  /** Which form was filled in. */
  public static final String FORM_ID = "formId";

  /** There when a form is no answer to anything; {@link #LATE} or {@link #EARLIER_JOURNEY}. */
  public static final String OUTDATED = "outdated";

  /** Its link had expired. */
  public static final String LATE = "late";

  /** Its link was made for an earlier journey. */
  public static final String EARLIER_JOURNEY = "earlier_journey";

  /** What a file is whose type nobody told. */
  public static final String ANY_TYPE = "application/octet-stream";

  private static final String FIELD = "field:";

  private Extras() {}

  /** Where the answer to this field of a form stands. */
  public static String field(String name) {
    return FIELD + name;
  }

  /** A form's answers by field, in the fields' alphabetical order. */
  public static Map<String, String> fields(Map<String, String> extra) {
    var fields = new TreeMap<String, String>();
    extra.forEach(
        (key, value) -> {
          if (key.startsWith(FIELD)) {
            fields.put(key.substring(FIELD.length()), value);
          }
        });
    return fields;
  }
}
