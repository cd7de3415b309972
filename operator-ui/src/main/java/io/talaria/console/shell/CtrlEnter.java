package io.talaria.console.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;

/** Ctrl+Enter does what a dialog is for, from any of its fields. */
public final class CtrlEnter {
  private CtrlEnter() {}

  /** Presses this button from now on; the key stands on it. */
  public static void presses(Button go) {
    // A field tells its value when it is left: without that, what was typed last would be missing.
    go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
    go.getElement().appendChild(Icon.key("Ctrl ↵").getElement());
  }
}
