package io.talaria.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;

/** Dark or light: the device's wish until a person says otherwise; kept on the device. */
public final class Scheme {
  private static final String KEPT = "talaria.scheme";

  private Scheme() {}

  /** Takes what this device was told before. */
  public static void restore(UI ui) {
    ui.getPage()
        .executeJs("return localStorage.getItem($0)", KEPT)
        .then(
            String.class,
            kept -> {
              if (kept != null) {
                ui.getPage().setColorScheme(ColorScheme.Value.fromString(kept));
              }
            });
  }

  /** The other one of what is seen now. */
  public static void toggle(UI ui) {
    ui.getPage()
        .executeJs("return Talaria.dark()")
        .then(
            Boolean.class,
            dark -> set(ui, dark ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK));
  }

  /** This one from now on. */
  public static void set(UI ui, ColorScheme.Value scheme) {
    ui.getPage().setColorScheme(scheme);
    ui.getPage()
        .executeJs(
            "localStorage.setItem($0, $1); Talaria.schemeChanged()", KEPT, scheme.getValue());
  }
}
