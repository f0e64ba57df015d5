package fangpin.office.register;

/**
 * 导入进度: how far the check of a file has come.
 *
 * @param rows read so far
 * @param bytesOfFile its size, for the sense of proportion
 * @param running whether it goes on
 */
public record ImportProgress(long rows, long bytesOfFile, boolean running) {}
