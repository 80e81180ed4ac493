package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Beneficiaries;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.GuaranteeType;
import com.cargobond.domain.guarantee.Guarantor;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.guarantee.Principal;
import com.cargobond.domain.guarantee.ProposedAmendment;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.Bic;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.CustomsRegistrationCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.money.Money;
import com.cargobond.store.deployment.KeyPrefix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Terms and status of a guarantee; its slices are rows of their own.
 *
 * @param announced until when a command on the guarantee goes first; a row that is written has none
 */
record TermsRow(Guarantee guarantee, long revision, TrailHead trail, Optional<Instant> announced) {

  static final String ANNOUNCED = "announcedUntil";

  static final String SORT_KEY = "TERMS";

  private static final String PROPOSED = "proposed";

  static final TableSchema<TermsRow> SCHEMA = schema();

  static TermsRow written(Guarantee guarantee, long revision, TrailHead trail) {
    return new TermsRow(guarantee, revision, trail, Optional.empty());
  }

  static String partitionKey(GuaranteeId id) {
    return KeyPrefix.GUARANTEE.key(id.value());
  }

  Guarantee with(List<Position> slices) {
    return guarantee.with(slices);
  }

  private static TableSchema<TermsRow> schema() {
    var schema = Rows.schema(TermsRow.class, TermsRow::read);
    Rows.partitionKey(schema, row -> partitionKey(row.guarantee.id()));
    Rows.sortKey(schema, row -> SORT_KEY);
    Attributes.declare(schema, Long.class, Rows.REVISION, TermsRow::revision);
    Rows.trail(schema, TermsRow::trail);
    Attributes.declare(
        schema, String.class, ANNOUNCED, row -> row.announced.map(Instant::toString).orElse(null));
    declare(schema, String.class, "id", g -> g.id().value());
    declare(schema, String.class, "status", g -> g.status().name());
    declare(
        schema,
        String.class,
        "registrationNo",
        g -> g.registrationNo().map(RegistrationNo::value).orElse(null));
    declare(schema, String.class, "statusReason", g -> g.statusReason().orElse(null));
    declare(schema, Integer.class, "version", Guarantee::version);
    RawAttribute.declare(
        schema,
        PROPOSED,
        row -> row.guarantee.proposed().map(TermsRow::proposedAttribute).orElse(null));
    declareTerm(schema, String.class, "number", GuaranteeTerms::number);
    declareTerm(schema, String.class, "type", terms -> terms.type().name());
    declareTerm(schema, String.class, "purposes", terms -> join(terms.purposes()));
    declareTerm(schema, String.class, "principal", terms -> terms.principal().uscc().value());
    declareTerm(
        schema,
        String.class,
        "principalCustomsNo",
        terms -> terms.principal().customsRegistrationNo().value());
    declareTerm(schema, String.class, "principalName", terms -> terms.principal().name());
    declareTerm(schema, String.class, "guarantorBic", terms -> terms.guarantor().bic().value());
    declareTerm(schema, String.class, "guarantorCnaps", terms -> terms.guarantor().cnaps().value());
    declareTerm(schema, String.class, "guarantorName", terms -> terms.guarantor().name());
    declareTerm(
        schema, String.class, "beneficiaries", terms -> join(terms.beneficiaries().districts()));
    declareTerm(schema, Long.class, "limitMinor", terms -> terms.limit().minor());
    declareTerm(
        schema, String.class, "currency", terms -> terms.limit().currency().getCurrencyCode());
    declareTerm(schema, Boolean.class, "revolving", GuaranteeTerms::revolving);
    declareTerm(schema, String.class, "coverFrom", terms -> terms.coverFrom().toString());
    declareTerm(schema, String.class, "coverTo", terms -> terms.coverTo().toString());
    declareTerm(schema, String.class, "suretyshipTo", terms -> terms.suretyshipTo().toString());
    return schema.build();
  }

  private static <T> void declare(
      StaticImmutableTableSchema.Builder<TermsRow, Attributes> schema,
      Class<T> type,
      String name,
      Function<Guarantee, T> getter) {
    Attributes.declare(schema, type, name, row -> getter.apply(row.guarantee));
  }

  private static <T> void declareTerm(
      StaticImmutableTableSchema.Builder<TermsRow, Attributes> schema,
      Class<T> type,
      String name,
      Function<GuaranteeTerms, T> getter) {
    declare(schema, type, name, g -> getter.apply(g.terms()));
  }

  private static TermsRow read(Attributes item) {
    Guarantee guarantee =
        new Guarantee(
            new GuaranteeId(item.get("id")),
            readTerms(item),
            GuaranteeStatus.valueOf(item.get("status")),
            item.<String>find("registrationNo").map(RegistrationNo::new),
            item.find("statusReason"),
            item.<Integer>get("version"),
            item.<AttributeValue>find(PROPOSED).map(PlainData::fields).map(TermsRow::proposed),
            List.of());
    return new TermsRow(
        guarantee,
        item.<Long>get(Rows.REVISION),
        Rows.trail(item),
        item.<String>find(ANNOUNCED).map(Instant::parse));
  }

  private static AttributeValue proposedAttribute(ProposedAmendment proposed) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", proposed.version());
    fields.put("amendment", proposed.amendment().toData());
    proposed.rejection().ifPresent(reason -> fields.put("rejection", reason));
    return PlainData.attribute(fields);
  }

  @SuppressWarnings("unchecked")
  private static ProposedAmendment proposed(Map<String, Object> fields) {
    return new ProposedAmendment(
        (Integer) fields.get("version"),
        FieldReader.read((Map<String, Object>) fields.get("amendment"), Amendment::read),
        Optional.ofNullable((String) fields.get("rejection")));
  }

  private static GuaranteeTerms readTerms(Attributes item) {
    return new GuaranteeTerms(
        item.get("number"),
        GuaranteeType.valueOf(item.get("type")),
        split(item.get("purposes")).stream().map(Purpose::valueOf).collect(Collectors.toSet()),
        new Principal(
            new Uscc(item.get("principal")),
            new CustomsRegistrationCode(item.get("principalCustomsNo")),
            item.get("principalName")),
        new Guarantor(
            new Bic(item.get("guarantorBic")),
            new CnapsCode(item.get("guarantorCnaps")),
            item.get("guarantorName")),
        new Beneficiaries(split(item.get("beneficiaries"))),
        new Money(item.<Long>get("limitMinor"), Money.currency(item.get("currency"))),
        item.<Boolean>get("revolving"),
        LocalDate.parse(item.<String>get("coverFrom")),
        LocalDate.parse(item.<String>get("coverTo")),
        LocalDate.parse(item.<String>get("suretyshipTo")));
  }

  /** A set as it is written, always in the same order. */
  static String join(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
  }

  static Set<String> split(String joined) {
    return joined.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(joined.split(",")));
  }
}
