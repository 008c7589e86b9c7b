package io.teal.app;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.ReleaseContext;
import io.teal.release.InvalidValueException;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcLookupOptions;
import software.constructs.Construct;

/**
 * The stack of the default app: {@link MyService} in a VPC of its own, or in the one that {@code -c vpcId=vpc-...}
 * names.
 *
 * <p>A VPC by its id is looked up once, with credentials, and kept in {@code cdk.context.json}; commit that file, and
 * synthesis needs neither again. Write {@code vpcId}, {@code account} and {@code region} into the context of
 * {@code cdk.json}, not on the command line: a deploy that forgets the id moves the service into a new VPC.
 */
final class ServiceStack extends Stack {
    ServiceStack(Construct app, String id) {
        super(app, id, StackProps.builder().env(environment(app)).build());
        new BlueGreenService(
                this,
                "Service",
                MyService.describe(this)
                        .serviceName(MyService.NAME)
                        .release(ReleaseContext.of(this, MyService.NAME))
                        .vpc(vpc())
                        .build());
    }

    private IVpc vpc() {
        Object id = getNode().tryGetContext("vpcId");
        if (id != null) {
            return Vpc.fromLookup(
                    this, "Vpc", VpcLookupOptions.builder().vpcId(id.toString()).build());
        }
        Vpc vpc = Vpc.Builder.create(this, "Vpc").maxAzs(2).build();
        new FlowLog(this, "FlowLog", vpc);
        return vpc;
    }

    /** Account and region if a VPC is looked up; otherwise the template suits every account and region. */
    private static Environment environment(Construct app) {
        Object vpcId = app.getNode().tryGetContext("vpcId");
        if (vpcId == null) {
            return null;
        }
        return Environment.builder()
                .account(place(app, vpcId, "account", "CDK_DEFAULT_ACCOUNT"))
                .region(place(app, vpcId, "region", "CDK_DEFAULT_REGION"))
                .build();
    }

    private static String place(Construct app, Object vpcId, String key, String variable) {
        Object given = app.getNode().tryGetContext(key);
        String place = given == null ? System.getenv(variable) : given.toString();
        if (place == null) {
            throw new InvalidValueException(
                    "vpcId " + vpcId + " is looked up in an account and a region, and no " + key + " is known",
                    "write it beside vpcId into the context of cdk.json");
        }
        return place;
    }
}
