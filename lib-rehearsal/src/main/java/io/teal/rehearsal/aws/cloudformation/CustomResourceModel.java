package io.teal.rehearsal.aws.cloudformation;

import java.util.Map;

/**
 * One of Teal's custom resources.
 *
 * @param id its logical id
 * @param type its type
 * @param properties what it is told: texts, lists and maps
 */
public record CustomResourceModel(String id, String type, Map<String, Object> properties) {
    /** Judges a deploy and pins what fleets boot from. */
    public static final String PREFLIGHT = "Custom::TealPreflight";

    /** Moves traffic. */
    public static final String SHIFT = "Custom::TealShift";

    /** Lets CodeDeploy install versions. */
    public static final String INSTALL = "Custom::TealInstall";

    /** Copies the map. */
    public CustomResourceModel {
        properties = Map.copyOf(properties);
    }
}
