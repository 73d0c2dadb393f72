package org.mujian.zone;

/** Somebody else changed the dossier since it was read: nothing was written. */
public final class DossierChanged extends RuntimeException {

  public DossierChanged() {
    super("园区档案在您打开之后已被他人修改");
  }
}
