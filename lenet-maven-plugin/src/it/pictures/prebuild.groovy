import io.github.lenet.fixtures.PicturesOfBars

PicturesOfBars.write(new File(basedir, 'bars').toPath())
new File(basedir, 'cameras.csv').withWriter('UTF-8') { out ->
  out.println('file,camera')
  ['left', 'middle', 'right'].each { place -> 40.times { out.println("$place/${it}.png,${it < 20 ? 'old' : 'new'}") } }
}
true
