package com.cargobond.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The key pair of this machine, made on first use and kept in a file that only its owner reads. */
public final class MachineKey {

  private static final String FILE = "machine-key.pem";
  private static final int BITS = 2048;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final RSAPrivateCrtKey key;

  private MachineKey(RSAPrivateCrtKey key) {
    this.key = key;
  }

  /**
   * The key kept in the directory; the first to ask makes it.
   *
   * @throws UncheckedIOException if the directory cannot be written or the key not be read
   */
  public static MachineKey in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(directory);
        create(file);
      }
      return read(file);
    } catch (IOException unusable) {
      throw new UncheckedIOException("cannot keep this machine's key in " + directory, unusable);
    }
  }

  PrivateKey privateKey() {
    return key;
  }

  PublicKey publicKey() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  /** What the API checks tokens with: X.509, Base64. */
  public String publicKeyBase64() {
    return Base64.getEncoder().encodeToString(publicKey().getEncoded());
  }

  private static void create(Path file) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
      String pem = BEGIN + "\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n" + END;
      Path mine =
          Files.createTempFile(
              file.getParent(),
              FILE,
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(mine, pem + "\n", StandardOpenOption.TRUNCATE_EXISTING);
      // Two who make the first key at once must end with the same one.
      try {
        Files.createLink(file, mine);
      } catch (FileAlreadyExistsException made) {
        // The other's key is this machine's.
      } finally {
        Files.delete(mine);
      }
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  private static MachineKey read(Path file) throws IOException {
    String base64 = Files.readString(file).replace(BEGIN, "").replace(END, "");
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(base64);
      return new MachineKey(
          (RSAPrivateCrtKey)
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      throw new IOException(file + " is no key; delete it to make a new one", damaged);
    }
  }
}
