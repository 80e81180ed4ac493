package com.cargobond.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;

/** All stacks of a deployment: the home region's and, where there is one, the standby's. */
final class Deployment {

  /** Its tags are younger than many a validator. */
  private static final String DASHBOARD = "AWS::CloudWatch::Dashboard";

  private Deployment() {}

  static void describe(App app, Settings settings) {
    Regions regions = settings.regions();
    Site home = new Site(settings, regions.home(), false);
    KeyStack key = new KeyStack(app, home);
    DataStack data = new DataStack(app, home, key.key());
    String outboxStream =
        settings.restored().map(Settings.Restored::outboxStream).orElseGet(data::outboxStream);
    TrailStack trail =
        new TrailStack(
            app,
            home,
            key.key(),
            settings.restored().map(Settings.Restored::auditStream).orElseGet(data::auditStream));
    describe(app, home, key, data, Optional.of(outboxStream), Optional.of(trail));
    regions
        .standby()
        .ifPresent(
            region -> {
              Site standby = new Site(settings, region, true);
              KeyStack standbyKey = new KeyStack(app, standby);
              // The copies of the tables are encrypted with it.
              data.addStackDependency(standbyKey);
              describe(
                  app, standby, standbyKey, data, regions.standbyOutboxStream(), Optional.empty());
            });
    tag(app, "application", "cargobond");
    tag(app, "stage", settings.stage().id());
    Aspects.of(app).add(new AwsSolutionsChecks());
  }

  private static void tag(App app, String name, String value) {
    Tags.of(app)
        .add(name, value, TagProps.builder().excludeResourceTypes(List.of(DASHBOARD)).build());
  }

  private static void describe(
      App app,
      Site site,
      KeyStack key,
      Stack data,
      Optional<String> outboxStream,
      Optional<TrailStack> trail) {
    MessagingStack messaging = new MessagingStack(app, site, key.key());
    FunctionStack functions = new FunctionStack(app, site, key.key(), outboxStream);
    functions.addStackDependency(data);
    functions.addStackDependency(messaging);
    ApiStack api = new ApiStack(app, site, key.key(), functions.api().live());
    new OperationStack(app, site, key.key(), functions, api, trail);
  }
}
