package io.teal.constructs.internal.common;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.TagManager;
import software.amazon.awscdk.Tags;
import software.constructs.IConstruct;

/** The CloudFormation resource behind a construct of the CDK's: its L1. */
public final class L1 {
    private static final Remembered<CfnResource> KNOWN =
            new Remembered<>(construct -> (CfnResource) construct.getNode().getDefaultChild());

    private L1() {}

    /** The one resource that {@code construct} is made for. */
    public static CfnResource of(IConstruct construct) {
        return KNOWN.of(construct);
    }

    /** Has CloudFormation create {@code earlier} before {@code later}, and delete it after. */
    public static void order(CfnResource later, CfnResource earlier) {
        AnyVersion.call(later, earlier, "addResourceDependency", "addDependency");
    }

    /**
     * Tags {@code resource}, also one of a type that CloudFormation tags and this aws-cdk-lib does not, as listener
     * rules.
     */
    public static void tag(CfnResource resource, String key, String value) {
        if (TagManager.isTaggable(resource)) {
            Tags.of(resource).add(key, value);
        } else {
            resource.addPropertyOverride("Tags", List.of(new TreeMap<>(Map.of("Key", key, "Value", value))));
        }
    }
}
