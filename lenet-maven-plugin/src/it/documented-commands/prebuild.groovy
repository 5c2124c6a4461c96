// Puts a digit wherever the pages look for one.
def digit = new File(basedir, '../../../../example-project/src/test/resources/com/example/digits/seven.png').bytes
['scans/a.png', 'scans/b.png', 'old/digit.png', 'trial/digit.png'].each {
  def file = new File(basedir, it)
  file.parentFile.mkdirs()
  file.bytes = digit
}
true
