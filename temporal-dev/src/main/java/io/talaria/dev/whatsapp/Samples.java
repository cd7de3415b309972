package io.talaria.dev.whatsapp;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Files for whoever has none at hand, drawn by this program. */
final class Samples {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 1200;

  private Samples() {}

  /** The sample of this name; empty when there is none. */
  static Optional<Files.Content> of(String name) {
    return switch (name) {
      case "portrait" -> Optional.of(photo("portrait", new Color(0x1f6f78), new Color(0xf3c98b)));
      case "profile" -> Optional.of(photo("profile", new Color(0x5b3f8c), new Color(0xf0a6a0)));
      case "full-length" ->
          Optional.of(photo("full length", new Color(0x2d4a2f), new Color(0xd9e08a)));
      case "cv" -> Optional.of(new Files.Content(pdf(), "application/pdf", "curriculum.pdf"));
      case "program" ->
          Optional.of(
              new Files.Content(
                  ("MZ" + "\0".repeat(62) + "This is no photo").getBytes(StandardCharsets.US_ASCII),
                  "image/jpeg",
                  null));
      case "voice" ->
          Optional.of(
              new Files.Content(
                  "OggS\0\2demo".getBytes(StandardCharsets.US_ASCII),
                  "audio/ogg; codecs=opus",
                  null));
      case "sticker" ->
          Optional.of(
              new Files.Content(
                  "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), "image/webp", null));
      default -> Optional.empty();
    };
  }

  private static Files.Content photo(String words, Color from, Color to) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setPaint(new GradientPaint(0, 0, from, WIDTH, HEIGHT, to));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(255, 255, 255, 190));
    pen.fillOval(WIDTH / 2 - 150, 260, 300, 340);
    pen.fillRoundRect(WIDTH / 2 - 260, 640, 520, 700, 240, 240);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 54));
    pen.setColor(Color.WHITE);
    pen.drawString("sample: " + words.toUpperCase(Locale.ROOT), 48, 96);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Files.Content(bytes.toByteArray(), "image/jpeg", null);
  }

  /** One page with one line; readers build the missing table of its parts themselves. */
  private static byte[] pdf() {
    String line = "BT /F1 24 Tf 72 720 Td (A sample CV) Tj ET";
    return """
    %%PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
    4 0 obj<</Length %d>>stream
    %s
    endstream endobj
    5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
    trailer<</Root 1 0 R>>
    %%%%EOF
    """
        .formatted(line.length(), line)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
