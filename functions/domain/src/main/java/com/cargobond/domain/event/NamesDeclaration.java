package com.cargobond.domain.event;

import com.cargobond.domain.identity.DeclarationNo;

/** A fact that says itself which declaration it is about. */
public interface NamesDeclaration {

  /** The declaration. */
  DeclarationNo declarationNo();
}
