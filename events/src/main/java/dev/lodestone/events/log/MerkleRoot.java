package dev.lodestone.events.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;

/// The root of the Merkle tree of RFC 6962 over leaf hashes that come one by one, in memory that
/// grows with the logarithm of their number. Not for several threads.
public final class MerkleRoot {
    private final MessageDigest sha256 = sha256();

    /// The complete subtrees to the left, the smallest on top.
    private final ArrayDeque<byte[]> subtrees = new ArrayDeque<>();

    private long leaves;

    /// A fresh SHA-256, which every Java platform has.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /// Adds the hash of the next leaf, not the leaf itself.
    public void add(byte[] leafHash) {
        byte[] subtree = leafHash.clone();
        for (long size = leaves; (size & 1) == 1; size >>= 1) {
            subtree = node(subtrees.pop(), subtree);
        }
        subtrees.push(subtree);
        leaves++;
    }

    public long leaves() {
        return leaves;
    }

    /// The root over the leaves so far; of none it is the hash of nothing.
    public byte[] root() {
        byte[] root = null;
        for (byte[] subtree : subtrees) {
            root = root == null ? subtree : node(subtree, root);
        }
        return root == null ? sha256.digest() : root.clone();
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }
}
