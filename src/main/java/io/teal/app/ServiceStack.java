package io.teal.app;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.context.ReleaseContext;
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
 * synthesis needs neither again.
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

    /** A look-up needs to know where; everything else is the same template for every account and region. */
    private static Environment environment(Construct app) {
        Object vpcId = app.getNode().tryGetContext("vpcId");
        if (vpcId == null) {
            return null;
        }
        String account = System.getenv("CDK_DEFAULT_ACCOUNT");
        if (account == null) {
            throw new IllegalArgumentException("vpcId " + vpcId + " must be looked up, and no account is known;"
                    + " give the CDK credentials once (it keeps the answer in cdk.context.json), or leave vpcId out");
        }
        return Environment.builder()
                .account(account)
                .region(System.getenv("CDK_DEFAULT_REGION"))
                .build();
    }
}
