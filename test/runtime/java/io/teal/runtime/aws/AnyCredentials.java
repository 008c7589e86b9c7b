package io.teal.runtime.aws;

/** What the SDK signs with, for servers that look at no signature. */
public final class AnyCredentials {
    private AnyCredentials() {}

    /** For the whole JVM, and for good: other tests make clients at the same time. */
    public static void give() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }
}
