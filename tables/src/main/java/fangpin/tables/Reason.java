package fangpin.tables;

/** Why a file was not read, or not written. Nothing of a refused file may be used. */
public enum Reason {
    /** No file of this name. */
    NOT_FOUND,
    /** The name is a folder's. */
    DIRECTORY,
    /** Zero bytes, or no record at all where a header should stand. */
    EMPTY,
    /** The system refused to read it, or it is not a regular file (a pipe, a device). */
    UNREADABLE,
    /** A quotation mark opens a cell and is never closed. */
    UNCLOSED_QUOTE,
    /** Two columns bear one name. */
    REPEATED_HEADER,
    /** Not of the kind that its name says, or cut off in the middle. */
    NOT_A_TABLE,
    /** A cell, a record or what the file unpacks to is beyond the limits. */
    TOO_LARGE,
    /** XML that declares a document type or an entity. */
    EXTERNAL_ENTITY,
    /** Neither UTF-8 nor GB18030. */
    ENCODING,
    /** The folder in which the result should appear does not exist. */
    NO_FOLDER,
    /** Two results of one run bear one name. */
    SAME_TARGET,
    /** The result could not be written whole: disk full, no permission; nothing of it was left. */
    NOT_WRITTEN
}
