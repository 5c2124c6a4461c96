// Only root can mount a file system, and not in every container.
def folder = File.createTempDir()
def mount = ['mount', '-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder.path].execute().waitFor()
if (mount == 0) {
  ['umount', folder.path].execute().waitFor()
}
folder.delete()
mount == 0
