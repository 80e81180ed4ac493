package com.cargobond.local.identity;

import com.cargobond.local.kept.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * An RSA key pair that belongs to this machine: it signs tokens here and is trusted here only. Made
 * on first use; the private key's file is for its owner's eyes.
 */
public final class MachineKey {

  private static final String FILE = "machine-key.pem";
  private static final String ALGORITHM = "RSA";
  private static final int BITS = 2048;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final RSAPrivateCrtKey privateKey;
  private final RSAPublicKey publicKey;

  private MachineKey(RSAPrivateCrtKey privateKey) throws GeneralSecurityException {
    this.privateKey = privateKey;
    this.publicKey =
        (RSAPublicKey)
            KeyFactory.getInstance(ALGORITHM)
                .generatePublic(
                    new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
  }

  /**
   * The key of a directory of ours, which is made with a new key if it is not there.
   *
   * @throws UncheckedIOException if it cannot be read or written
   * @throws IllegalStateException if what is there is not such a key
   */
  public static MachineKey in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      OwnerOnly.folder(directory);
      if (Files.notExists(file)) {
        write(file, generate());
      }
      OwnerOnly.file(file);
      return new MachineKey(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep this machine's key in " + file, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          file + " is not an RSA private key in PEM; delete it to get a new one", e);
    }
  }

  /** Signs. */
  public RSAPrivateCrtKey privateKey() {
    return privateKey;
  }

  /** Verifies. */
  public RSAPublicKey publicKey() {
    return publicKey;
  }

  /** The public key in the form that {@code mp.jwt.verify.publickey} takes. */
  public String publicKeyPem() {
    return pem("-----BEGIN PUBLIC KEY-----", publicKey.getEncoded(), "-----END PUBLIC KEY-----");
  }

  private static String generate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(BITS);
    return pem(BEGIN, generator.generateKeyPair().getPrivate().getEncoded(), END);
  }

  /** Two processes may come at once: the file appears whole, and the first one's stays. */
  private static void write(Path file, String pem) throws IOException {
    Path written =
        Files.createTempFile(
            file.toAbsolutePath().getParent(), FILE, ".new", OwnerOnly.newFile(file));
    try {
      Files.writeString(written, pem, StandardCharsets.US_ASCII);
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      // The other process' key is as good.
    } finally {
      Files.delete(written);
    }
  }

  private static RSAPrivateCrtKey read(Path file) throws IOException, GeneralSecurityException {
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    String base64 = pem.replace(BEGIN, "").replace(END, "");
    byte[] encoded = Base64.getMimeDecoder().decode(base64);
    return (RSAPrivateCrtKey)
        KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static String pem(String begin, byte[] content, String end) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return begin + "\n" + base64 + "\n" + end + "\n";
  }
}
